namespace InspectionPortal.Web.Features.Updates;

/// <summary>A comment was added to an update.</summary>
/// <param name="Mentioned">Members who were named in it and are told, by name.</param>
public sealed record CommentAdded(IReadOnlyList<string> Mentioned);
