/**
 * What of the README an installed extension shows: nothing for contributors, not how to install it, and no pictures,
 * which stay in the repository.
 */
export function installedPage(readme: string): string {
  const [forUsers = ''] = readme.split('\n## For contributors\n');
  return forUsers.replaceAll(/ *!\[[^\]]*\]\([^)]*\)\n\n?/g, '').replace(/\n## Install\n.*?(?=\n## )/s, '');
}
