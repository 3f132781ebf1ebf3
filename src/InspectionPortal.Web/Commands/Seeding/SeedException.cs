namespace InspectionPortal.Web.Commands.Seeding;

/// <summary>A seed file is wrong; the message is one line that says where.</summary>
public sealed class SeedException(string message) : Exception(message);
