namespace InspectionPortal.Web.Features.Updates;

/// <summary>An update was saved or submitted.</summary>
/// <param name="UpdateId">The update; null where nothing had been typed, so that there was nothing to save.</param>
/// <param name="ByLead">True where a partnership lead did it.</param>
public sealed record UpdateSaved(Guid? UpdateId, bool ByLead);
