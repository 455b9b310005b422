console.error('postmaster: not built yet');
process.exit(2);
