import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { onlyLocalHosts } from './local-hosts.ts'

const folder = fileURLToPath(new URL('phones/', import.meta.url))
const packages = createRequire(import.meta.url)

const vendorFiles: Partial<Record<string, string>> = {
  'preact.js': packages.resolve('preact'),
  'preact-hooks.js': packages.resolve('preact/hooks'),
  // The package hands `require` its old kind of module; the one for browsers lies beside it.
  'htm.js': join(dirname(packages.resolve('htm')), 'htm.mjs'),
}

const types: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** The page with the phones: `/`, its files under `/sandbox/page/*`, its libraries under `/sandbox/vendor/*`. */
export function servePhones(): Hono {
  const app = new Hono()
  app.use('/', onlyLocalHosts)
  app.use('/sandbox/page/*', onlyLocalHosts)
  app.use('/sandbox/vendor/*', onlyLocalHosts)
  app.get('/', () => sendFile(join(folder, 'index.html')))
  app.get('/sandbox/page/*', (c) => {
    const path = c.req.path.slice('/sandbox/page/'.length)
    return isPlain(path) ? sendFile(join(folder, path)) : notFound()
  })
  app.get('/sandbox/vendor/:file', (c) => {
    const found = Object.hasOwn(vendorFiles, c.req.param('file'))
      ? vendorFiles[c.req.param('file')]
      : undefined
    return found === undefined ? notFound() : sendFile(found)
  })
  return app
}

const notFound = () => new Response('Not found', { status: 404 })

/** Folders and a file by plain names with a known ending: nothing that could lead out of the folder. */
const isPlain = (path: string) =>
  /^([A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$/.test(path) && types[extname(path)] !== undefined

async function sendFile(path: string): Promise<Response> {
  try {
    const body = await readFile(path)
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch {
    return notFound()
  }
}
