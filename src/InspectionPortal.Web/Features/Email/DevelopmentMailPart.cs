namespace InspectionPortal.Web.Features.Email;

/// <summary>Words, or an address to open.</summary>
public sealed record DevelopmentMailPart(string Text, bool IsAddress);
