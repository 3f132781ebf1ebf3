namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>The command runs once the person has confirmed that it is them. Whoever does not ask them refuses it.</summary>
public sealed class ConfirmationNeededException() : MessageRefusedException(StatusCodes.Status403Forbidden);
