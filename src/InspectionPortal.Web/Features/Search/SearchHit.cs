namespace InspectionPortal.Web.Features.Search;

/// <summary>One result.</summary>
/// <param name="Href">Where the item is.</param>
/// <param name="Title">Its number and title, with the words that were found.</param>
/// <param name="Text">The part of its text that has the words; empty where only its title has them.</param>
/// <param name="Belongs">Its partnership, plan, aim and project, as far as it has them.</param>
public sealed record SearchHit(string Href, IReadOnlyList<TextRun> Title, IReadOnlyList<TextRun> Text, IReadOnlyList<string> Belongs);
