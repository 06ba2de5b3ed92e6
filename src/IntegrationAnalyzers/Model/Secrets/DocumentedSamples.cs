using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// Keys that a specification or a provider's own pages print to be copied: everybody has them, so they open nothing. Of each only as much as tells it apart, and
/// no more than is needed for that.
/// </summary>
internal static class DocumentedSamples
{
    private static readonly string[] Parts =
    [
        // Emulators: Azurite, Cosmos DB.
        "Eby8vdM02xNO", "C2y6yDjf5/R+ob0N",

        // One-time passwords: the key URI format's example, the secret of RFC 4226 and 6238 (as Base32 and as hex), PyOTP's.
        "JBSWY3DPEHPK3PXP", "GEZDGNBVGY3TQOJQ", "31323334353637383930", "base32secret3232",

        // OAuth and its neighbours: RFC 5849, 6749, 7515, 7617, 7636.
        "kd94hf93k423kf44", "pfkkdhi9sl3r4s00", "7Fjfp0ZBr1KtDRbnfVdmIw", "gX1fBat3bV", "czZCaGRSa3F0Mz", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA",
        "AyM1SysPpbyDfgZl", "QWxhZGRpbjpvcGVuIHNlc2FtZQ", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",

        // Clouds and mail: AWS, Mailgun, MinIO's playground.
        "wJalrXUtnFEMI", "3ax6xnjp29jd6fds", "zuf+tfteSlswRu7B",

        // Payments: Stripe's published test keys, NMI's demonstration account, the sandbox applications of ZaloPay's pages (554, 2553), the partner MOMO of MoMo's, the public points of sale of PayU's (145227, 300746, 404815),
        // the test shops of ECPay's (2000132, 2000933, 3002607) with key and vector.
        "4eC39HqLyjWDarjt", "BQokikJOvBiI2HlW", "tR3PYbcVNZZ796tH", "6457Thfj624V5r7W",
        "8NdU5pG5R2spGHGh", "uUfsWgfLkRLzq6W2", "PcY4iZIKFCIdgZvA", "kLtgPl8HHhfvMuDH", "K951B6PE1waDMi64", "F8BBA842ECF85",
        "5294y06JbISpM5x9", "v77hoKGq4kWxNNIS", "XBERn1YOvpM9nfZc", "h1ONHk4P4yqbl5LK", "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs", "ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk",
        "13a980d4f851f3d9", "12f071174cb7eb79", "b6ca15b0d1020e80", "2ee86a66e5d97e3f", "87f410056e1ec5ff", "89e263df5657cccf",

        // Bots, webhooks, trading: Standard Webhooks, Slack, Telegram, Twitter, Binance.
        "MfKQ9r8GKYqrTwjU", "8f742231b10e8888abcd99yyyzzz85a5", "AAHdqTcvCH1vGWJx", "4TT8bAc8GHUspu3E", "ABC-DEF1234ghIkl", "kAcSOqF21Fu85e7z", "LswwdoUaIvS8ltyT", "vmPUZE6mv9SD5VNH", "NhqPtmdSJYdKjVHj",

        // Keys that always pass in tests, weather, and demonstration homes: reCAPTCHA, OpenWeather, Tibber.
        "6LeIxAcTAAAAA", "b6907d289e10d714", "b1b15e88fa797225", "5K4MVS-OjfWhK_4y", "3A77EECF61BD445F",

        // The users of Contoso and Microsoft's other made-up companies.
        "pass@word1",
    ];

    public static bool Hold(string value)
    {
        foreach (var part in Parts)
        {
            if (value.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
