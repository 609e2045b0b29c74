/** Mantine in the console's own colours and sizes: dense, calm, the same in both colour schemes. */
import {
  Button,
  createTheme,
  Kbd,
  Modal,
  type MantineThemeOverride,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 5,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs', autosize: true, minRows: 3 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 0 }, zIndex: 400, yOffset: '10dvh' } }),
  },
});
