/** Changes when the same inputs would give another score or explanation. Stored with every result. */
export const ENGINE_VERSION = '3';
