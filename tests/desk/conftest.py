"""How long Hypothesis searches here: enough to find a slip, short enough for every run."""

import hypothesis

hypothesis.settings.register_profile("desk", deadline=None, max_examples=60, stateful_step_count=25)
hypothesis.settings.load_profile("desk")
