import type { MiddlewareHandler } from 'hono'

const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Answers only to this computer's own names, so that a page of somebody else, whose name has been made to point here,
 * reads and presses nothing.
 */
export const onlyLocalHosts: MiddlewareHandler = async (c, next) => {
  if (!local.test(c.req.header('host') ?? '')) return c.text('The sandbox answers only to localhost.', 403)
  const origin = c.req.header('origin')
  if (origin && origin !== 'null' && !local.test(origin.replace(/^https?:\/\//, '')))
    return c.text('The sandbox answers only to its own page.', 403)
  await next()
}
