using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Deadlines;

/// <summary>What sort of deadline the written words are understood to be.</summary>
[JsonConverter(typeof(DeadlineKindJsonConverter))]
public enum DeadlineKind
{
    /// <summary>Nothing was written, or the words say there is no deadline.</summary>
    None,

    /// <summary>One day: "30 September 2020". Due that day.</summary>
    Date,

    /// <summary>One month: "Aug17". Due on its last day.</summary>
    Month,

    /// <summary>One quarter: "Q3 2018" (calendar) or "Q3 2018/19" (financial, from 1 April). Due on its last day.</summary>
    Quarter,

    /// <summary>
    /// One season of the northern year. Spring is due on 31 May, summer on 31 August, autumn on 30 November and
    /// winter on the last day of February of the following year ("winter 2018" is due on 28 February 2019).
    /// </summary>
    Season,

    /// <summary>One year: "prior to end of 2020". Due on 31 December, or 31 March for a year called financial.</summary>
    Year,

    /// <summary>The work starts then: "from April 2018", "Aug17 onwards". Has a start and no due date.</summary>
    From,

    /// <summary>At once: "with immediate effect". No date.</summary>
    Immediate,

    /// <summary>Goes on without an end: "Ongoing". May have a start.</summary>
    Ongoing,

    /// <summary>Goes on to an end: "On-going to the end of March 2018". No due date when the end is not a date.</summary>
    OngoingUntil,

    /// <summary>Comes round again: "quarterly", "every six months", "twice by…". May have a start and a due date.</summary>
    Recurring,

    /// <summary>Several dates without words of their own: "Jun17, Sept17 and Jan18".</summary>
    List,

    /// <summary>Several dates that each belong to something: "scope by…, implement by…", "50% by…, 75% by…".</summary>
    Staged,

    /// <summary>The date is that of a review: "Review March 2018".</summary>
    Review,

    /// <summary>Depends on another event: "within one month of completion of the review". No date.</summary>
    Relative,

    /// <summary>"TBA", "TBC", "to be agreed". No date.</summary>
    ToBeAgreed,

    /// <summary>"N/A", "not applicable". No date. Different from blank.</summary>
    NotApplicable,

    /// <summary>Words that are not understood, or that hold a date which does not exist. No date.</summary>
    Unclear,
}
