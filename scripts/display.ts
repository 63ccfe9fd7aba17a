/** Whether a window can be shown on this machine. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return ['darwin', 'win32'].includes(process.platform) || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
