// What must not stay behind whatever happens: mounts, namespaces, clusters. Each is undone when its
// drill ends, or all of them, the newest first and without a pause, when the suite is broken off.
const undos = [];

// Gives a function that undoes it now.
export function leftover(undo) {
  undos.push(undo);
  return () => {
    const at = undos.indexOf(undo);
    if (at < 0) return;
    undos.splice(at, 1);
    undo();
  };
}

export function undoLeftovers() {
  for (const undo of undos.splice(0).reverse()) {
    try {
      undo();
    } catch (error) {
      process.stderr.write(`left behind: ${error.message}\n`);
    }
  }
}
