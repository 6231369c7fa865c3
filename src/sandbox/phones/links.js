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

/**
 * The first link in a message, in its text or on its buttons, that starts the bot.
 * @param {import('./store.js').ShownMessage} message
 * @param {string} username
 * @returns {string | null}
 */
export function deepLinkIn(message, username) {
  return linksIn(message).find((link) => readDeepLink(link, username) !== null) ?? null
}

/** @param {import('./store.js').ShownMessage} message @returns {string[]} */
function linksIn({ text, caption, entities, captionEntities, keyboard }) {
  const words = text ?? caption ?? ''
  const written = (entities ?? captionEntities ?? []).flatMap((entity) => {
    if (entity.type === 'text_link') return [entity.url]
    return entity.type === 'url' ? [words.slice(entity.offset, entity.offset + entity.length)] : []
  })
  const buttons = (keyboard?.inline_keyboard ?? []).flat()
  return [...written, ...buttons.flatMap((button) => ('url' in button ? [button.url] : []))]
}
