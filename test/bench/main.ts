/*
 * `npm run bench`: what our server does, beside others (compare.ts); with `--capacity`, what it takes for how many
 * documents (capacity/capacity.ts).
 */
if (process.argv.includes('--capacity')) await import('./capacity/capacity.ts')
else await import('./compare.ts')
