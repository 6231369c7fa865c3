/** Whether a URL leads to this very computer. */
export const isLoopback = (url: string): boolean => isLoopbackHost(new URL(url).hostname)

export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/** Whether a text is a URL of one of the schemes; nothing is said about what it leads to. */
export function isUrl(text: string, ...schemes: readonly string[]): boolean {
  return URL.canParse(text) && schemes.includes(new URL(text).protocol.replace(':', ''))
}

export const isHttps = (url: string): boolean => isUrl(url, 'https')

/** Addresses are compared and joined without a slash at the end. */
export const withoutSlash = (url: string): string => url.replace(/\/+$/, '')
