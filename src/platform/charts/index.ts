export { drawPicture } from './draw-picture.ts'
export type { Bar, Bars, Part, Picture, Spread, Spreads } from './picture.ts'
