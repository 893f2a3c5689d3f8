// One call in a Node of its own, `once.mjs [CLIENT URL]`: the most memory that the process had, in bytes.

if (process.argv.length > 2) {
  const { clientOf } = await import('./clients.mjs');
  const client = await clientOf(process.argv[2], process.argv[3]);
  const { id } = await client.one();
  if (id !== 1) throw new Error(`read app ${id}`);
}
console.log(process.resourceUsage().maxRSS * 1024);
process.exit(0);
