/** Telegram takes 4096 characters; the head of a message and its last line need some of them. */
const mostOnPage = 3200

/** Puts pieces on as few pages as they need, in their order; at least one page. */
export function inPages<Piece extends { text: string }>(pieces: readonly Piece[]): Piece[][] {
  const pages: Piece[][] = [[]]
  let length = 0
  for (const piece of pieces) {
    if (length > 0 && length + piece.text.length > mostOnPage) {
      pages.push([])
      length = 0
    }
    pages.at(-1)?.push(piece)
    length += piece.text.length + 2
  }
  return pages
}

/** No piece of a text is longer than this, so that a page can hold it together with what stands around it. */
const longestPiece = 1500

/** A long text in pieces, cut between two words where it can be. */
export function piecesOf(text: string): string[] {
  const letters = [...text]
  if (letters.length <= longestPiece) return [text]
  const beginning = letters.slice(0, longestPiece).join('')
  const space = beginning.lastIndexOf(' ')
  const cut = space * 2 > beginning.length ? space : beginning.length
  return [beginning.slice(0, cut), ...piecesOf(text.slice(cut).trimStart())]
}

/** Telegram takes 1024 characters under a picture. */
const mostInCaption = 1000

/** As many lines as a caption takes, of texts that are escaped already. */
export function fittingLines(lines: readonly string[]): string {
  const taken: string[] = []
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    if (length > mostInCaption) return [...taken, '…'].join('\n')
    taken.push(line)
  }
  return taken.join('\n')
}
