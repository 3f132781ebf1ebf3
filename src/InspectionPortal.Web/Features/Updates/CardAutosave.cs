namespace InspectionPortal.Web.Features.Updates;

/// <summary>What autosave keeps for one form.</summary>
/// <param name="Version">The version of what is kept.</param>
/// <param name="At">When it was kept last, in words.</param>
/// <param name="BaseVersion">The version of the update that the text began from; null where nothing had been saved.</param>
/// <param name="IsOvertaken">True where somebody has saved the update since.</param>
public sealed record CardAutosave(uint Version, string At, long? BaseVersion, bool IsOvertaken);
