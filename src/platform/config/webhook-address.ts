import { BlockList, isIP } from 'node:net'
import { isHttps, isLoopback } from './addresses.ts'

/** The only ports to which Telegram delivers. */
const deliveredTo = ['443', '80', '88', '8443']

/**
 * How to mend the address of a webhook to which nothing could ever be delivered; `undefined` when it may work. A Bot API
 * on this computer delivers on this computer too, in clear and to any port.
 */
export function mendOfWebhook(webhookUrl: string, apiRoot: string): string | undefined {
  const url = new URL(webhookUrl)
  if (url.username || url.password) return 'leave the name and the password before the @ out'
  if (/[?#]/.test(webhookUrl)) return 'leave out what begins with ? or #; /telegram is added to the address'
  if (isLoopback(apiRoot))
    return isLoopback(webhookUrl) || isHttps(webhookUrl)
      ? undefined
      : 'write an address of this computer, or one that begins with https://'
  if (isLoopback(webhookUrl)) return `leads to this computer, ${writePublic}`
  if (!isHttps(webhookUrl))
    return 'Telegram delivers to https only; write an address that begins with https://'
  if (isOutOfReach(url.hostname)) return `leads into a network of its own, ${writePublic}`
  if (!deliveredTo.includes(url.port || '443'))
    return 'Telegram delivers to the ports 443, 80, 88 and 8443 only; write one of them, or leave the port out'
  return undefined
}

const writePublic =
  'where Telegram cannot reach it; write a public https address, or leave it out for long polling'

/** Addresses that no router of the Internet knows the way to, and names that no public server knows. */
function isOutOfReach(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  if (isIP(address) > 0) return unrouted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
  return !host.replace(/\.$/, '').includes('.') || /\.(local|internal|lan|home\.arpa)\.?$/.test(host)
}

const unrouted = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  unrouted.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  unrouted.addSubnet(network, prefix, 'ipv6')
