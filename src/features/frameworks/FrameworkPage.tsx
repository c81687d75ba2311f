import { Page } from '../../ui/Page'
export function FrameworkPage() {
  return <Page title="FrameworkPage">{null}</Page>
}
