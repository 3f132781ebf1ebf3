namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What people read when a second step does not work.</summary>
public static class FactorMessages
{
    public const string Slowed = "There were too many attempts. Wait 15 minutes, then try again.";

    public const string WrongCode =
        "Code is not correct. Enter the newest code from your app. If it still does not work, check that your phone sets its date and time "
        + "automatically. You can use a recovery code only once.";

    public const string UsedCode = "Code has already been used. Enter the next code from your app. It can take 30 seconds to appear.";

    public const string PasskeyFailed = "The passkey could not be checked. Try again, or use another way.";

    public const string PasskeyTooOld = "The passkey took too long or was already used. Use the passkey again.";

    public const string PasskeyOfAnother = "This passkey is for another account. Use your own passkey.";

    public const string SignInAgain = "You took longer than 10 minutes, or the way you sign in has changed. Sign in again.";
}
