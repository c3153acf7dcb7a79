"""The programme: objectives, indicators, activities, and the measures of everything below."""
