// The pages of the recovery sheet as pictures that the page's policy lets in.

/** An SVG as the address of a picture. */
export function pictureOf(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let text = '';
  // In pieces: a page is larger than what one call takes.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:image/svg+xml;base64,${btoa(text)}`;
}
