namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Takes a file of a form as it passes: its field, the name it was given, its bytes.</summary>
public delegate Task ReceiveFile(string field, string givenName, Stream content, CancellationToken cancellationToken);
