using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>One open period: first what is to be answered, then what is.</summary>
public sealed record MyPeriod(CardPeriod Period, IReadOnlyList<UpdateCard> ToAnswer, IReadOnlyList<UpdateCard> Answered, int? DaysPastDue)
{
    public int Count => ToAnswer.Count + Answered.Count;

    /// <summary>The one item whose form is on the page, so that saving it loses no text typed elsewhere; null where another period has it.</summary>
    public UpdateCard? Open { get; init; }

    /// <summary>The other items that wait for an answer.</summary>
    public IEnumerable<UpdateCard> Further => ToAnswer.Where(c => c != Open);

    /// <summary>Drafts that can be submitted from the list as they are.</summary>
    public IEnumerable<UpdateCard> Ready => Further.Where(c => c.IsReady);

    /// <summary>"4 of 6 answered. The two left are 3.3 and 4.1."</summary>
    public string Progress
    {
        get
        {
            var written = $"{Answered.Count} of {(Count == 1 ? "1 update" : $"{Count} updates")} written.";
            return ToAnswer.Count is 0 or > 4 ? written : $"{written} Still to write: {EnglishText.List([.. ToAnswer.Select(c => c.Project.Number)])}.";
        }
    }
}
