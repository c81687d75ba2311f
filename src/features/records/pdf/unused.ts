/**
 * Stands in for libraries that jsPDF would load to draw HTML and SVG (html2canvas, canvg, dompurify): the app draws neither,
 * so they are left out of the build (vite.config.ts). jsPDF names them in dynamic imports alone.
 */
export {}
