/**
 * When V8 compiles. For Node alone; to import it is to set it. Imported before anything else: code that was kept (load.ts) is of the
 * settings it was compiled with.
 */
import { setFlagsFromString } from 'node:v8';

// V8 compiles a function anew, on another thread, when it has been at work for a while. As a rule a file is read by then: a program
// that works for milliseconds, and then ends or waits for minutes, takes half as much again for that as for all else. It may wait
// some times as long.
setFlagsFromString('--interrupt-budget=450000');
// WebAssembly is compiled anew for the same reason; a log of some ten megabytes is worth it.
setFlagsFromString('--wasm-tiering-budget=300000000');
// What was not run for a while V8 forgets, and compiles once more. A server that waits for its user would compile all day.
setFlagsFromString('--no-flush-bytecode');
