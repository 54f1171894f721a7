/* The reference page: Swagger UI, which is given what our addresses need. */
const place = document.getElementById('reference')

window.SwaggerUIBundle({
  url: place.dataset.openapi,
  domNode: place,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  supportedSubmitMethods: ['get', 'post'],
  validatorUrl: null,
  requestInterceptor(request) {
    // A reader's answer, also for an editor who is signed in here.
    request.credentials = 'omit'
    request.url = withBrackets(request.url)
    return request
  },
})

/** `where[slug]={"equals":"x"}`, as Swagger UI writes what is nested, as our addresses have it. */
function withBrackets(address) {
  const url = new URL(address, location.href)
  const parts = [...url.searchParams].flatMap(([name, value]) => unfold(name, parse(value)))
  url.search = parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return url.href
}

function unfold(name, value) {
  if (value === null || typeof value !== 'object') return [[name, value]]
  return Object.entries(value).flatMap(([key, inner]) => unfold(`${name}[${key}]`, inner))
}

/** Only what is an object or a list: anything else is meant as it stands. */
function parse(value) {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
