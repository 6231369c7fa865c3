/**
 * The payload of a link that starts this bot, `null` when the link is another one.
 * `https://t.me/<bot>?start=<payload>` and `tg://resolve?domain=<bot>&start=<payload>` both do.
 * @param {string} address
 * @param {string} username
 * @returns {{ payload: string } | null}
 */
export function readDeepLink(address, username) {
  const text = address.trim()
  let url
  try {
    url = new URL(/^[a-z]+:/i.test(text) ? text : `https://${text}`)
  } catch {
    return null
  }
  const name = url.protocol === 'tg:' ? url.searchParams.get('domain') : botOfWebLink(url)
  if (name?.toLowerCase() !== username.toLowerCase()) return null
  return { payload: url.searchParams.get('start') ?? '' }
}

/** @param {URL} url */
function botOfWebLink({ hostname, pathname }) {
  const isTelegram = /^(www\.)?(t\.me|telegram\.me|telegram\.dog)$/i.test(hostname)
  return isTelegram ? pathname.replace(/^\/|\/$/g, '') : null
}

/** The address a link leads to; `null` when a browser should not go there. @param {string} link */
export function webAddress(link) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`
  if (!URL.canParse(address)) return null
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null
}
