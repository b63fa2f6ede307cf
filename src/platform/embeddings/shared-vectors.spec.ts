import { Cache } from '../cache';
import { SharedVectors } from './shared-vectors';

const VECTOR = Float32Array.from({ length: 384 }, (_, index) => Math.sin(index));

describe('SharedVectors', () => {
  it('gives back every number as it was', async () => {
    const cache = Cache.inMemory(10);
    await new SharedVectors(cache).keep('a', VECTOR);
    await expect(new SharedVectors(cache).find('a')).resolves.toEqual(VECTOR);
    await expect(new SharedVectors(cache).find('b')).resolves.toBeNull();
  });

  it('takes nothing for a vector that is none', async () => {
    const cache = Cache.inMemory(10);
    await cache.set('vector a', 'AAAA', 60);
    await cache.set('vector b', { vector: [1] }, 60);
    await expect(new SharedVectors(cache).find('a')).resolves.toBeNull();
    await expect(new SharedVectors(cache).find('b')).resolves.toBeNull();
  });

  it('finds and keeps nothing without a cache', async () => {
    const none = new SharedVectors(null);
    await none.keep('a', VECTOR);
    await expect(none.find('a')).resolves.toBeNull();
  });
});
