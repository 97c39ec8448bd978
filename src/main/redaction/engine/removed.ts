/** How much of each sort was taken away. */
export interface Removed {
  glyphs: number;
  /** Lines and fillings that were cut. */
  paths: number;
  /** Pictures of which a part was taken out. */
  images: number;
  /** Pictures that could not be unpacked and went as a whole. */
  imagesWhole: number;
  /** Glyphs and paths of layers that are not shown. */
  hidden: number;
  /** Notes, fields and the like: their looks became content, all else of them is gone. */
  annotations: number;
  links: number;
  /** Bookmarks in whose titles something was taken out. */
  bookmarks: number;
  fields: number;
  attachments: number;
  scripts: number;
  metadata: number;
  layers: number;
  thumbnails: number;
  structure: number;
}
