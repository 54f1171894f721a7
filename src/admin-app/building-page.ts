/** What /admin shows until there is an admin: it looks again by itself. */
export const buildingPage = (failure?: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${failure ? '' : '<meta http-equiv="refresh" content="3">'}
<title>${failure ? 'The admin could not be built' : 'The admin is being built'}</title>
<style>body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 20vh auto; max-width: 34rem; padding: 0 1rem }</style>
<h1>${failure ? 'The admin could not be built' : 'The admin is being built'}</h1>
<p>${failure ? 'The terminal says why. The API answers meanwhile.' : 'This happens once, and takes about a minute. This page looks again by itself. The API answers already.'}</p>
</html>
`
