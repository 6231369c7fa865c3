import { GrammyError, type Api } from 'grammy'

/** What became of a file that somebody has sent. */
export type Fetched = { kind: 'fetched'; bytes: Uint8Array } | { kind: 'tooLarge' } | { kind: 'notFetched' }

/** Fetches a file from Telegram; for jobs, because it waits for the network. */
export type DownloadFile = (
  fileId: string,
  options: { mostBytes: number; signal: AbortSignal },
) => Promise<Fetched>

const timeoutSeconds = 60
const pausesSeconds = [1, 4]

/** Three tries, one minute each. The address holds the bot's token, so it stands in no error and in no log. */
export function downloadFile(api: Api): DownloadFile {
  return async (fileId, { mostBytes, signal }) => {
    for (const pause of [...pausesSeconds, null]) {
      const fetched = await tryOnce(api, fileId, mostBytes, signal)
      if (fetched) return fetched
      signal.throwIfAborted()
      if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause * 1000))
    }
    return { kind: 'notFetched' }
  }
}

/** `undefined`: worth another try. */
async function tryOnce(
  api: Api,
  fileId: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Fetched | undefined> {
  try {
    const { file_path: path, file_size: size = 0 } = await api.getFile(fileId)
    if (path === undefined) return { kind: 'notFetched' }
    if (size > mostBytes) return { kind: 'tooLarge' }
    const root = api.options?.apiRoot ?? 'https://api.telegram.org'
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
    const response = await fetch(`${root}/file/bot${api.token}/${path}`, {
      signal: AbortSignal.any([signal, timeout]),
    })
    return response.ok ? await readAtMost(response, mostBytes) : undefined
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 429 || error.error_code >= 500)
      return undefined
    return { kind: /too big/.test(error.description) ? 'tooLarge' : 'notFetched' }
  }
}

async function readAtMost(response: Response, mostBytes: number): Promise<Fetched> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > mostBytes) return { kind: 'tooLarge' }
    parts.push(part)
  }
  return { kind: 'fetched', bytes: Buffer.concat(parts) }
}
