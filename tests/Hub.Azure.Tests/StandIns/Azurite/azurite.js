// Ends with whoever started it, however that ends: standard input closes then.
process.stdin.on('end', () => process.exit(0)).resume();
require('azurite/dist/src/blob/main.js');
