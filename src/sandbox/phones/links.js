/**
 * The payload of a link `https://t.me/<bot>?start=<payload>`, also without scheme or as `tg://resolve`: a string, empty
 * when the link has none; `null` when it is no link to this bot.
 */
export function readStartLink(link, botUsername) {
  const text = link.trim()
  const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, pathname, searchParams } = new URL(address)
  const isTelegram = /^(www\.)?(t\.me|telegram\.me|telegram\.dog)$/i.test(hostname)
  const name = protocol === 'tg:' ? searchParams.get('domain') : isTelegram ? pathname.slice(1).split('/')[0] : null
  if (name?.toLowerCase() !== botUsername.toLowerCase()) return null
  return searchParams.get('start') ?? ''
}

/** The address a link leads to; `null` when a browser should not go there. */
export function webAddress(link) {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`
  if (!URL.canParse(address)) return null
  return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null
}
