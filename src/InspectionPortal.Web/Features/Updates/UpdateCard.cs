using InspectionPortal.Domain.Reporting;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>One project in one period: what was said before, and this period's form.</summary>
public sealed record UpdateCard(
    CardProject Project, CardPeriod Period, CardState? Stored, IReadOnlyList<SaidEntry> StoredEntries, PreviousUpdate Previous,
    UpdateChoices Choices, WriteUpdate Form)
{
    /// <summary>Before every id of the card's fields, where a page has several cards; empty where it has one.</summary>
    public string Prefix { get; init; } = string.Empty;

    public bool IsAnswered => Stored?.State is UpdateState.Submitted or UpdateState.Accepted;

    /// <summary>The same card with the words that were sent; after a conflict they can be saved over what is shown beside them.</summary>
    public UpdateCard With(WriteUpdate sent, bool overNewest)
    {
        sent.Version = overNewest ? Form.Version : sent.Version;
        sent.PeriodId = Period.Id;
        if (sent.Entries.Count == 0)
        {
            sent.Entries.Add(new UpdateEntryInput { AgencyId = Project.AgencyId });
        }

        sent.Figures = [.. Choices.Figures.Select(f => sent.Figures.Find(s => s.MeasureId == f.MeasureId) ?? new UpdateFigureInput { MeasureId = f.MeasureId })];

        return this with { Form = sent };
    }
}
