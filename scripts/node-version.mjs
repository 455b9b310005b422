// Imported first by the commands a newcomer runs: says in plain words that this Node is too old, where others would fail oddly.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Postmaster is built with Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
