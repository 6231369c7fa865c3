import { cleanLine } from '../../../shared/clean-text.ts'
import { editDistance } from '../../../shared/edit-distance.ts'
import { peopleErrors } from './errors.ts'

/** An address that can exist, and the one that was perhaps meant: "ayse@gmail.com" for "ayse@gmial.com". */
export interface Email {
  address: string
  perhaps?: string
}

const longestAddress = 254

/** Reads a typed address, also as `Ayşe Yılmaz <ayse@firma.com.tr>` or a `mailto:` link; the domain in small letters. */
export function readEmail(text: string): Email {
  const typed = cleanLine(text)
  if (!typed) throw peopleErrors.emailMissing()
  const written = /<([^<>]+)>$/.exec(typed)?.[1] ?? typed
  const bare = written
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '')
    .replace(/[İı]/g, 'i') // Turkish phones begin a line with a capital İ
  if (bare.length > longestAddress) throw peopleErrors.emailTooLong({ max: longestAddress })
  const [local = '', domain = '', ...more] = bare.split('@')
  if (more.length > 0 || !isLocalPart(local) || !isDomain(domain)) throw peopleErrors.emailUnreadable()
  const lowered = domain.toLowerCase()
  const meant = likelyDomain(lowered)
  return { address: `${local}@${lowered}`, ...(meant ? { perhaps: `${local}@${meant}` } : {}) }
}

const isLocalPart = (local: string): boolean =>
  local.length <= 64 && /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local)

const isDomain = (domain: string): boolean =>
  /^([\p{Ll}\p{Lo}\d]([\p{Ll}\p{Lo}\d-]{0,61}[\p{Ll}\p{Lo}\d])?\.)+([\p{Ll}\p{Lo}]{2,24}|xn--[a-z\d-]+)$/u.test(
    domain.toLowerCase(),
  )

/** A well-known domain one or two slips away; domains that exist themselves are left alone. */
function likelyDomain(domain: string): string | undefined {
  if (knownDomains.has(domain)) return undefined
  return slippery.find(({ known, slips }) => {
    // Most are ruled out by their length alone.
    return Math.abs(domain.length - known.length) <= slips && editDistance(domain, known) <= slips
  })?.known
}

const knownDomains = new Set(
  (
    'gmail.com hotmail.com outlook.com yahoo.com icloud.com yandex.com live.com msn.com mail.com email.com ymail.com ' +
    'hotmail.es hotmail.fr hotmail.co.uk hotmail.de hotmail.it outlook.es outlook.fr outlook.de outlook.it outlook.com.tr ' +
    'yahoo.es yahoo.fr yahoo.de yahoo.it yahoo.co.uk yandex.com.tr live.fr live.es orange.fr wanadoo.fr free.fr ' +
    'laposte.net sfr.fr telefonica.net proton.me protonmail.com gmx.com gmx.net gmx.de mynet.com googlemail.com'
  ).split(' '),
)

const slippery = [...knownDomains]
  .filter((known) => known.length >= 8)
  .map((known) => ({ known, slips: known.length >= 11 ? 2 : 1 }))
