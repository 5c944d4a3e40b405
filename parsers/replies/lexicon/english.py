"""English, as buyers write it."""

from parsers.replies.lexicon import language

ENGLISH = language.Language(
    "en",
    yes=language.phrases("""
        approved | approve | i approve | we approve | i hereby approve | we hereby approve
        hereby approved | i approved
        we approved | i have approved | we have approved | i've approved | we've approved | is approved
        are approved
        it is approved | it's approved | this is approved | has been approved | order is approved
        approved by me | approved by us
        approval granted | approval given | you have my approval | you have our approval
        consider it approved
        consider this approved | consider it confirmed | all approved | fully approved | confirmed
        i confirm | we confirm
        i hereby confirm | we hereby confirm | i can confirm | we can confirm | is confirmed
        it's confirmed | order confirmed
        i am happy to approve | happy to approve | we are happy to approve | i'm happy to approve
        pleased to approve
        we are pleased to approve | i accept | we accept | accepted | i agree | we agree | agreed
        approving | approving this
        i authorise | i authorize | we authorise | we authorize | authorised | authorized | signed off
        i have no objections and approve | approved and confirmed | confirmed and approved
        replying approved
        this is to confirm | please consider this our approval | please consider this my approval
        please take this as our approval
        please take this as approval | please take this as my approval
    """),
    light=language.phrases("""
        yes | yep | yeah | yup | ok | okay | k | fine | all good | good | sounds good | looks good
        looks great | looks right | looks correct | looks fine | sounds great | go ahead | please go ahead
        go for it | proceed | please proceed | you can proceed | you can go ahead | you may proceed
        please proceed with | proceed with | go ahead with | please go ahead with | good to go
        we are good to go | we're good to go | all fine | all ok | all correct | correct
        everything looks good | everything is correct | everything is fine | everything is in order
        that is correct | that's correct | this is correct | that works | works for us | works for me
        that works for us | that works for me | happy with | i am happy with | we are happy with
        i'm happy with | we're happy with | sure | absolutely | definitely | of course | deal | thumbs up
        lgtm | please ship it | ship it | please ship | green light | you have the green light
        yes please | please process | please process the order | it looks good | this looks good
        that looks good | it's good | it's fine | that's fine | this is fine | no problem | no problems
        no objections | no objection | no issues | fine by me | fine by us | fine with us | fine with me
        ok by me | ok with us | ok with me | ok for us | ok for me | ok from our side | good with us
        good with me
    """),
    filler=language.phrases("""
        perfect | great | lovely | excellent | brilliant | wonderful | super | fantastic
        thanks | thank you | thank you very much | thanks very much | many thanks | thanks a lot
        thank you so much | thanks so much
        thanks again | thx | ty | cheers | much appreciated | appreciated | thanks for your help
        thank you for your help
        thanks for the quick turnaround | thank you for the quick turnaround | thanks for sending
        thanks for sending this
        thank you for sending | thanks for the confirmation | thank you for the confirmation
        thanks for your email
        thank you for your email | thanks for the order confirmation | thank you for the order confirmation
        thanks for the details | thanks for sending this over | thanks for this | and thanks | and thank you
        hi | hello | hey | dear | dear all | hi all | hi team | hello team | dear team | hi there
        hello there | good morning
        good afternoon | good evening | morning | team | all | sir | madam | sirs | dear sir | dear madam
        dear sir or madam
        sales | sales team | dear sales team | hi sales
        the order | this order | our order | your order confirmation | the order confirmation
        order confirmation | order | the po
        this po | our po | po | purchase order | the purchase order | this purchase order
        our purchase order | the confirmation
        this | it | this one | that | the above | above | below | as below | as above | the below
        all of it | everything | all items | all lines | the whole order | the entire order | in full
        in its entirety
        number | nr | ref | reference | order number | order no | po number | sales order | the sales order
        as is | as it is | as it stands | as written | as stated | as confirmed | as shown
        as per below
        from my side | from our side | on our side | on our end | from our end | on my end | from my end
        on my side | from us | by us
        for us | for me | hereby | herewith | and | so | well | have a nice day
        have a good day | have a great day | have a nice weekend | have a good weekend
        have a great weekend | have a lovely day
        enjoy your weekend | best | regards | best regards | kind regards | warm regards | best wishes
        kindest regards
        many thanks and best regards | thanks and regards | with kind regards | yours sincerely
        sincerely | talk soon
        looking forward to it | looking forward to receiving it | looking forward to the delivery
        we look forward to it
        we look forward to receiving it | we look forward to the delivery
        looking forward to receiving the goods
        the terms | and the terms | the prices | the quantities | the terms and prices | and its terms
        to your order confirmation | with the order | with this order | with it | with the above
        with this | with that | to this order
        to the order | to the terms | to this
    """),
    no=(
        r"\b(?:not|never)\b[^.!?\n]{0,25}\b(?:approv\w*|confirm\w*|accept\w*|agree\w*|authori[sz]\w*"
        r"|proceed\w*|go ahead|happy with)"
        r"|\b(?:don['’]?t|do not|cannot|can['’]?t|can not|won['’]?t|will not|unable to|refuse to"
        r"|isn['’]?t|is not|didn['’]?t|haven['’]?t)\b"
        r"[^.!?\n]{0,25}\b(?:approv\w*|confirm\w*|accept\w*|agree\w*|proceed\w*|go ahead|authori[sz]\w*"
        r"|want|ship|order|need)"
        r"|\b(?:reject(?:ed|s|ing)?|declin(?:e|ed|ing)|disapprov\w*|unapproved|refus(?:e|ed|ing)|denied)\b"
        r"|\bcancel(?:l?ed|l?ing|lation)?\b|^\W*no\b(?! (?:problem|objection|issue|worries))"
        r"|\bno approval\b|\bwithdraw\w*"
        r"|\bplease (?:stop|hold|wait)\b|\bno longer (?:need|want|require)\w*|👎|❌"
    ),
    change=(
        r"\b(?:but|however|except|instead(?: of)?|rather than)\b[^.?\n]{0,60}(?:\d|\b(?:make|change|add"
        r"|remove|drop|ship|send|price|"
        r"colou?r|size|deliver\w*|quantit\w+|address|swap|replace|reduce|increase|less|more|fewer"
        r"|without|only|different)\b)"
        r"|\bmake (?:it|that|them|those|the)\b|\bchang(?:e|ed|ing)\b(?! of mind)|\b(?:add|remove|drop"
        r"|delete|swap|replace|reduce|increase"
        r"|decrease|raise|lower|adjust|amend|modify|update|revise|correct the|correct to"
        r"|switch)\b(?! me| you)"
        r"|\bship (?:it |them |this )?to\b|\bdeliver (?:it |them |this )?to\b|\b(?:price|qty|quantity"
        r"|total|terms|address|date)\b"
        r"[^.?\n]{0,30}\b(?:should|must|needs? to|has to|is wrong|was|to be)\b|\bshould (?:be|read"
        r"|say)\b|\bneeds? to be\b"
        r"|\b\d[\d.,]* (?:instead|rather|not \d)|\bnot \d|\bonly \d|\bnet ?\d+\b|\b(?:one|two|a few"
        r"|\d+) (?:more|less|fewer|extra|additional)\b"
        r"|\b(?:hold|cancel|remove|leave out|skip|drop|without) (?:the (?!whole |entire |order\b|po\b"
        r"|purchase)|line|item|lines|items|\d)"
        r"|\b(?:approved?|ok|yes|confirm(?:ed)?)\W{1,3}(?:for |with |at |to )?\d"
    ),
    question=(
        r"^\W*(?:(?:can|could|would|will|do|does|did|is|are|was|have|has|may|shall|should) (?:you|we|i"
        r"|it|this|that|there|the|they|these|those"
        r"|your|our)|when|what|where|which|who|whose|why|how)\b"
        r"|\b(?:please (?:advise|clarify|explain|let (?:me|us) know)|let (?:me|us) know|wondering (?:if"
        r"|whether|when|how|what)"
        r"|any (?:news|update|chance|idea)|not sure (?:if|whether|what|why|how|about))\b"
    ),
    doubt=(
        r"\b(?:if|unless|until|till|once|provided|providing|assuming|as long as|subject to|pending"
        r"|conditional\w*|depends?|depending"
        r"|will|would|shall|should|may|might|maybe|perhaps|probably|possibly|likely|hopefully|think"
        r"|guess|believe|suppose|hope|expect"
        r"|soon|tomorrow|later|next|monday|tuesday|wednesday|thursday|friday|after|before|when|almost"
        r"|nearly|waiting|wait|await\w*"
        r"|manager|boss|director|colleague|purchasing|finance|he|she|they|said|says|told|asked|someone"
        r"|somebody|apparently|seems"
        r"|to be approved|be approved|get (?:it|this|that) approved|getting approved|forward\w*"
        r"|check\w*|review\w*|yet|still|already|hold)\b"
    ),
    small=(
        "the a an is are was be to of in for it this that we you i not and but have has"
        " please will can your our my on with at"
    ),
)
