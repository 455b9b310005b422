/** A module of WebAssembly as base64, compiled from the .ts file of the same name (scripts/wasm.mjs). */
declare module '*.wasm' {
  const base64: string;
  export default base64;
}
