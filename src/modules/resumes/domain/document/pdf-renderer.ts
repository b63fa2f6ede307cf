import { loadPdfLibrary, openPdf, type PdfDocument, type PdfTask } from './pdf-library';
import { type Box } from './pdf-page-model';

const TARGET_DPI = 300;
/** A canvas of this many pixels takes 60 MB. */
const MAX_PIXELS = 15_000_000;

interface RenderedPart {
  readonly png: Uint8Array;
  readonly inches: number;
}

/** Paints parts of pages as a person sees them. Opens the file a second time, with its pictures. */
export class PdfRenderer {
  private task: PdfTask | null = null;
  private document: Promise<PdfDocument> | null = null;

  constructor(private readonly bytes: Uint8Array) {}

  async render(pageNumber: number, box: Box): Promise<RenderedPart> {
    const document = await this.open();
    const page = await document.getPage(pageNumber);
    const width = box.right - box.left;
    const height = box.bottom - box.top;
    const scale = Math.min(TARGET_DPI / 72, Math.sqrt(MAX_PIXELS / (width * height)));
    const canvas = createCanvas(document, Math.ceil(width * scale), Math.ceil(height * scale));
    const viewport = page.getViewport({
      scale,
      offsetX: -box.left * scale,
      offsetY: -box.top * scale,
    });
    await page.render({
      canvas,
      viewport,
      background: '#ffffff',
    }).promise;
    page.cleanup();
    return { png: await canvas.encode('png'), inches: width / 72 };
  }

  async close(): Promise<void> {
    await this.task?.destroy();
  }

  private open(): Promise<PdfDocument> {
    this.document ??= loadPdfLibrary().then((pdf) => {
      this.task = openPdf(pdf, this.bytes, 'rendering');
      return this.task.promise;
    });
    return this.document;
  }
}

interface Canvas {
  encode(format: 'png'): Promise<Uint8Array>;
}

/**
 * A canvas of the library's own making: shapes made by another copy of the canvas package would be
 * foreign to it. Its type is not declared, so what is used of it is checked here.
 */
function createCanvas(document: PdfDocument, width: number, height: number): Canvas {
  const factory: unknown = document.canvasFactory;
  const created: unknown = isFactory(factory) ? factory.create(width, height) : null;
  const canvas: unknown =
    typeof created === 'object' && created !== null && 'canvas' in created ? created.canvas : null;
  if (isCanvas(canvas)) return canvas;
  throw new Error('The PDF library has no canvas to paint on.');
}

function isFactory(value: unknown): value is { create(width: number, height: number): unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'create' in value &&
    typeof value.create === 'function'
  );
}

function isCanvas(value: unknown): value is Canvas {
  return (
    typeof value === 'object' &&
    value !== null &&
    'encode' in value &&
    typeof value.encode === 'function'
  );
}
