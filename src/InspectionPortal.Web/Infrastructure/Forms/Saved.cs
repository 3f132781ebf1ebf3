namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Saved: where to go, and what to say there.</summary>
/// <param name="Address">Within the partnership, starting with "~/".</param>
/// <param name="Notice">Shown once on the next page; null where that page says it itself.</param>
public sealed record Saved(string Address, string? Notice);
