"""Words, figures and pictures for the templates."""
