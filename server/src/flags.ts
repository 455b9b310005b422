/** V8's settings for the language server. Imported before anything else: kept code (load.ts) is of the settings it was compiled with. */
import { setFlagsFromString } from 'node:v8';

// V8 compiles a function anew, on another thread, when it has been at work for a while. As a rule a file is read by then: a server
// that works for milliseconds and waits for minutes takes half as much again for that as for all else. It may wait some times as long.
setFlagsFromString('--interrupt-budget=450000');
