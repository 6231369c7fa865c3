import type { Workbook } from '../../../shared/spreadsheet.ts'

/** `published` and `discarded` are for good; a file that was refused is sent again as another. */
export type UploadState = 'received' | 'refused' | 'previewed' | 'published' | 'discarded'

/** What a file may be for; each is taken by the room it belongs to. */
export type UploadKindName = 'activity' | 'firm_list' | 'questionnaire'

/** What is kept of a file between its preview and the tap. */
export interface UploadContent {
  kind: UploadKindName
  workbook: Workbook
  /** A digest of the differences that the preview showed: other differences need another look. */
  shown: string
}

/** A spreadsheet a coordinator has sent. Name, file and content go when it is done with. */
export interface Upload {
  id: number
  /** The private chat it came in, where the answer goes. */
  chatId: number
  personId: number
  fileId: string | null
  fileName: string | null
  state: UploadState
  content: UploadContent | null
}

/** Whether a job still has to do something with it. */
export const isUnderWay = ({ state, content }: Upload): boolean =>
  state === 'received' || (state === 'published' && content !== null)

/** More filled cells than this are no programme and no firm list, and checking them would hold up everybody else. */
export const mostCells = 50_000

/** How many cells of a workbook have something in them. */
export const countCells = ({ sheets }: Workbook): number =>
  sheets.reduce((sum, { rows }) => sum + rows.reduce((inSheet, { cells }) => inSheet + cells.length, 0), 0)

/** The workbook without characters that a database cannot keep: the empty one, and halves of others. */
export const storable = (workbook: Workbook): Workbook =>
  JSON.parse(
    JSON.stringify(workbook, (_, value: unknown) =>
      typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
    ),
  ) as Workbook
