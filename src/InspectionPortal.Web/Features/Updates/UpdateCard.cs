using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Updates;

/// <summary>One project in one period: what was said before, and this period's form.</summary>
public sealed record UpdateCard(
    CardProject Project, CardPeriod Period, CardState? Stored, IReadOnlyList<SaidEntry> StoredEntries, PreviousUpdate Previous,
    UpdateChoices Choices, WriteUpdate Form)
{
    /// <summary>Before every id of the card's fields, where a page has several cards; empty where it has one.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>True where its reader may add a file of evidence with the update.</summary>
    public bool MayAddEvidence { get; init; }

    /// <summary>Id of its form on the page.</summary>
    public string FormId => $"item-{Project.Number.Replace(' ', '-')}";

    /// <summary>What is known of the text that its reader typed and has not saved; null where there is none.</summary>
    public CardAutosave? Autosaved { get; init; }

    /// <summary>What is missing before it can be submitted; empty also where nothing was typed yet.</summary>
    public IReadOnlyList<FieldError> Missing { get; init; } = [];

    /// <summary>True where something is typed or saved that its writer has not submitted.</summary>
    public bool IsStarted => Autosaved is not null || Stored?.State is UpdateState.Draft;

    /// <summary>True where a draft is whole.</summary>
    public bool IsReady => IsStarted && Missing.Count == 0 && Autosaved is not { IsOvertaken: true };

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
