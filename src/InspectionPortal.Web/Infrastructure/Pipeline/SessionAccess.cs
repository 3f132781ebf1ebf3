using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>Asks, before an empty form is shown, what the pipeline will ask when it is sent.</summary>
public static class SessionAccess
{
    /// <summary>True where the person may run the message; refuses everybody else as the pipeline does.</summary>
    /// <exception cref="MessageRefusedException">They may not.</exception>
    public static bool MayRun<TMessage>(this CurrentSession current)
        where TMessage : IMessage => MessageAccess.Judge(typeof(TMessage), current) switch
        {
            Verdict.Allowed => true,
            Verdict.SignInFirst => throw new MessageRefusedException(StatusCodes.Status401Unauthorized),
            Verdict.Forbidden => throw new MessageRefusedException(StatusCodes.Status403Forbidden),
            _ => throw new MessageRefusedException(StatusCodes.Status404NotFound),
        };
}
