import { parentPort, workerData } from 'node:worker_threads'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import { readForm } from '../domain/xlsform/read-form.ts'

// What the thread that reads a questionnaire tells the one that waits for it: a `FormReading`.
parentPort?.postMessage(readForm(workerData as Workbook))
