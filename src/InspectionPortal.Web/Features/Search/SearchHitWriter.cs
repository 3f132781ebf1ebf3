using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Search;

/// <summary>Writes what was found as the page shows it: where it is, what it says, and what it belongs to.</summary>
/// <param name="partnerships">The partnerships of the rows.</param>
/// <param name="isAcross">True where each result names its partnership.</param>
internal sealed class SearchHitWriter(IReadOnlyList<SessionPartnership> partnerships, bool isAcross)
{
    private const int PlaceLength = 60;

    public SearchHit Write(SearchKind kind, SearchRow row, SearchMarks marks)
    {
        var partnership = partnerships.First(p => p.Id == row.TenantId);
        var isStep = kind == SearchKind.SubActions;
        var title = string.Join(' ', new[] { TitleStart(kind, partnership), row.Number, row.Title }.Where(t => !string.IsNullOrEmpty(t)));
        var text = row.Texts.FirstOrDefault(t => t is not null && marks.Has(t))
            ?? (kind == SearchKind.Recommendations ? row.Texts[0] : null);
        return new SearchHit(
            $"{(isAcross ? $"/{partnership.Slug}" : "~")}/{Address(kind, row)}",
            isStep ? marks.Snippet(title) : marks.Mark(title),
            text is null ? [] : marks.Snippet(text),
            [.. Belongs(row, partnership).OfType<string>()]);
    }

    private static string Address(SearchKind kind, SearchRow row) => kind switch
    {
        SearchKind.Plans => $"plans/{row.LinkId}",
        SearchKind.Projects => $"projects/{row.LinkId}",
        SearchKind.SubActions => $"projects/{row.LinkId}#sub-action-{row.Id}",
        SearchKind.Statements => $"recommendations/{row.LinkId}#position",
        SearchKind.Updates when row.State is UpdateState.Draft or UpdateState.SentBack => $"projects/{row.LinkId}/update",
        SearchKind.Updates => $"projects/{row.LinkId}#updates",
        _ => $"{SearchLabels.Segment(kind)}/{row.LinkId}",
    };

    private static string? TitleStart(SearchKind kind, SessionPartnership partnership) => kind switch
    {
        SearchKind.Updates => "Update:",
        SearchKind.Statements => $"Position statement: {partnership.Vocabulary.RecommendationWord}",
        SearchKind.Recommendations => partnership.Vocabulary.RecommendationWord,
        _ => null,
    };

    private IEnumerable<string?> Belongs(SearchRow row, SessionPartnership partnership)
    {
        yield return isAcross ? partnership.Name : null;
        yield return row.Note;
        yield return row.AsAt is { } day ? $"As at {DateFormat.Full(day)}" : null;
        yield return row.State switch
        {
            UpdateState.Draft => "Your draft",
            UpdateState.SentBack => "Sent back to you",
            UpdateState.Submitted => "Not accepted yet",
            _ => null,
        };
        yield return row.Place?.Plan is { } plan ? EnglishText.Cut(plan, PlaceLength) : null;
        var words = partnership.Vocabulary;
        yield return Numbered(row.Place?.AimNumber, row.Place?.Aim, EnglishText.Capital(EnglishText.Said(words.StretchAimWord, "aim")));
        yield return Numbered(row.Place?.ProjectNumber, row.Place?.Project, words.ImprovementProjectWord);
    }

    private static string? Numbered(string? number, string? text, string word) =>
        text is null ? null : EnglishText.Cut(string.IsNullOrEmpty(number) ? text : $"{word} {number}: {text}", PlaceLength);
}
