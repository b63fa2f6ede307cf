import { EMBEDDING_DIMENSIONS } from '../src/platform/embeddings';

/** Resumes gather around occupations: this many centres, and noise that keeps neighbours distinct. */
const CENTRES = 400;
const NOISE = 0.35;

/** Vectors like those of resumes, the same ones in every run. Evenly random ones would be an index's worst case. */
export class ClusteredVectors {
  private readonly random = seeded(7);
  private readonly centres = Array.from({ length: CENTRES }, () => this.direction());

  next(): Float32Array {
    const centre = this.centres[Math.floor(this.random() * CENTRES)]!;
    const noise = this.direction();
    return normalised(centre.map((value, index) => value + NOISE * 2 * noise[index]!));
  }

  private direction(): Float32Array {
    return normalised(
      Float32Array.from({ length: EMBEDDING_DIMENSIONS }, () => gaussian(this.random)),
    );
  }
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
